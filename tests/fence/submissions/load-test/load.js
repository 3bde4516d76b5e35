import http from 'k6/http';
import { check } from 'k6';

export const options = {
  stages: [
    { duration: '1m', target: 10 },
    { duration: '5m', target: 10 },
  ],
  thresholds: { http_req_duration: ['p(99)<2000'] },
};

export default function () {
  const answer = http.post(
    'http://web/bulk-predict',
    JSON.stringify({ text: ['I hate you.', 'I love you.'] }),
  );
  check(answer, { 'is 200': (r) => r.status === 200 });
}
