export * from './monitor/options';
export * from './nacl-change-monitor';
