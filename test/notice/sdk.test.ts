import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { builtNotice } from './built';
import { record } from './records';

/** The file of the package with SNS's own client: what goes over the wire, to a server that answers as SNS does. */
const FILE = builtNotice();

const bodies: URLSearchParams[] = [];
let server: Server;
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    bodies.push(new URLSearchParams(Buffer.concat(chunks).toString()));
    response.writeHead(200, { 'content-type': 'text/xml' });
    response.end(
      '<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>m</MessageId></PublishResult></PublishResponse>',
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SNS: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'example',
    AWS_REGION: 'eu-central-1',
    TOPIC_ARN: 'arn:aws:sns:eu-central-1:111122223333:notices',
  });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('SNS is asked to publish the notice with its subject and attributes', async () => {
  const payload = {
    messageType: 'DATA_MESSAGE',
    logGroup: 'trail',
    logEvents: [{ message: JSON.stringify(record()) }],
  };
  const data = gzipSync(JSON.stringify(payload)).toString('base64');
  await require(FILE).handler({ awslogs: { data } });
  expect(bodies).toHaveLength(1);
  const body = Object.fromEntries(bodies[0]);
  expect(body).toMatchObject({
    Action: 'Publish',
    TopicArn: 'arn:aws:sns:eu-central-1:111122223333:notices',
  });
  expect(body.Subject).toMatch(/^HIGH RISK: /);
  expect(body.Message).toMatch(/^HIGH RISK: inbound TCP port 22/);
  const names = Object.entries(body).flatMap(([key, value]) =>
    /^MessageAttributes.*Name$/.test(key) ? [value] : [],
  );
  expect(names.sort()).toEqual(['account', 'denied', 'eventName', 'notices', 'principal', 'region', 'risk']);
});
