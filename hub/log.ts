import type { FastifyBaseLogger } from 'fastify';

export type Logger = Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>;

/** What could not be read is quoted by the messages of JSON and of PostgreSQL's data exceptions (class 22): of these the kind alone is told. */
const isQuoting = (error: Error): boolean =>
  error instanceof SyntaxError || ('code' in error && /^22...$/u.test(String(error.code)));

/** What of a request is written down: no body, no header, no query; what a path may carry is a name of ours. */
export const serializers = {
  req: ({ method, url }: { method: string; url: string }) => ({ method, path: url.split('?')[0] ?? '' }),
  res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
  err: (error: Error) => ({
    type: error.name,
    message: isQuoting(error) ? '' : error.message.slice(0, 200),
    // Its places alone: before them stands the message once more.
    stack: error.stack?.match(/^ {4}at .*$/gmu)?.join('\n') ?? '',
  }),
};
