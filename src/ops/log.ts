import pino, { type Logger } from 'pino';

/** Fields that may hold a secret or somebody's words, whatever library logs them. */
const secret = [
  'token',
  'botToken',
  'appToken',
  'signingSecret',
  'clientSecret',
  'password',
  'code',
  'text',
  'authorization',
  'headers',
  'body',
  'qrcode',
];

/**
 * The log: JSON lines on stderr, with secrets and message texts taken out at any depth that our code or a library's error
 * is known to have them.
 */
export function createLog(level: string): Logger {
  const paths = secret.flatMap((field) => [field, `*.${field}`, `*.*.${field}`, `*.*.*.${field}`]);
  return pino(
    { level, base: null, redact: { paths, censor: '[redacted]' }, timestamp: pino.stdTimeFunctions.isoTime },
    // Synchronous, so that the last lines before an exit are not lost.
    pino.destination({ fd: 2, sync: true }),
  );
}
