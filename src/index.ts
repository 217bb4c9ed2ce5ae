export * from './nacl-change-monitor';
