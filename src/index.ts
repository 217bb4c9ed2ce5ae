export * from './monitor/notice-options';
export * from './monitor/options';
export * from './nacl-change-monitor';
export * from './nacl-change-monitor-validator';
export * from './policy-validation/chain-requirements';
export * from './require-nacl-change-monitor';
