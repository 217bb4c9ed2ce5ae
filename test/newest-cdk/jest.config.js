// The tests that touch the CDK again, with the newest CDK in place of the lowest that the peer range allows.
// Run: npm ci --prefix test/newest-cdk && npx jest --config test/newest-cdk/jest.config.js

const { resolve } = require('node:path');
const { jest: projectConfig } = require('../../package.json');

// From 2.262 on CDK checks every template itself, which costs each test file some seconds and hundreds of megabytes.
// validation.newest.ts, which is about that check, turns it on again.
process.env.CDK_VALIDATION = 'false';

const newest = '<rootDir>/test/newest-cdk/node_modules';

module.exports = {
  rootDir: resolve(__dirname, '../..'),
  transform: projectConfig.transform,
  clearMocks: projectConfig.clearMocks,
  moduleNameMapper: {
    '^aws-cdk-lib(/.*)?$': `${newest}/aws-cdk-lib$1`,
    '^constructs(/.*)?$': `${newest}/constructs$1`,
  },
  testMatch: [
    '<rootDir>/test/*.test.ts',
    '<rootDir>/test/@(monitor|emulator|cloudformation|fault-matrix|policy-validation)/**/*.test.ts',
    '<rootDir>/test/scanners/cdk-nag.test.ts',
    '<rootDir>/test/newest-cdk/*.newest.ts',
  ],
  // They are about processes of their own, which do not load the newest CDK: here they would only be run twice.
  testPathIgnorePatterns: [
    '/node_modules/',
    '/test/emulator/(demo|emulator)\\.test\\.ts$',
    '/test/readme\\.test\\.ts$',
  ],
};
