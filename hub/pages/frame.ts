import type { FastifyReply } from 'fastify';
import { html, nothing } from './html.ts';
import type { Html } from './html.ts';

export const stylePath = '/page.css';

/** Nothing from elsewhere, nothing inline, nothing in a frame, nothing told to other pages. */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

export interface Page {
  language: 'vi' | 'en';
  title: string;
  /** Path of a script that the page can do without. */
  script?: string;
  wide?: boolean;
  body: Html;
}

export const sendPage = (reply: FastifyReply, page: Page, status = 200): FastifyReply =>
  reply
    .code(status)
    .headers(headers)
    .send(
      html`<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
<link rel="stylesheet" href="${stylePath}">
${page.script === undefined ? nothing : html`<script src="${page.script}" defer></script>`}
</head>
<body${page.wide === true ? html` class="wide"` : nothing}>
${page.body}
</body>
</html>
`.html,
    );
