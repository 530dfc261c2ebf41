import type { FastifyBaseLogger } from 'fastify';

export type Logger = Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>;

/** What of a request is written down: no body, no header, no query; what a path may carry is a name of ours. */
export const serializers = {
  req: ({ method, url }: { method: string; url: string }) => ({ method, path: url.split('?')[0] ?? '' }),
  res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
  err: ({ name, message, stack }: Error) => ({
    type: name,
    message: message.slice(0, 200),
    stack: stack ?? '',
  }),
};
