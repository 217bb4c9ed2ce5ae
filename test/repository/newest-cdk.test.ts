import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const { testMatch }: { testMatch: string[] } = require('../newest-cdk/jest.config.js');

test('the rooms that the newest CDK judges are there', () => {
  const rooms = testMatch.flatMap((pattern) => /@\(([\w|-]+)\)/.exec(pattern)?.[1].split('|') ?? []);
  expect(rooms.length).toBeGreaterThan(3);
  const missing = rooms.filter((room) => !existsSync(join(resolve(__dirname, '..'), room)));
  expect(missing).toEqual([]);
});
