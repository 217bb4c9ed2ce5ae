export * from './monitor/options';
export * from './nacl-change-monitor';
export * from './nacl-change-monitor-validator';
export * from './require-nacl-change-monitor';
export * from './requirement/chain-requirements';
