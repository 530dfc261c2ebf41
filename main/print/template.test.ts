import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, templateEngine } from './template.ts';

const pour = (source: string, values: Record<string, never> | Record<string, string>) =>
  templateEngine({ paper: source })('paper')(values);

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='x",
  '{{ 7 | times: 7 }}',
  '{% for i in (1..9) %}x{% endfor %}',
  '<!--row--><!--end-->',
  '&lt;b&gt; & &#60;',
];

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const unescape = (html: string) =>
  html.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? '');

describe('a value in a template', () => {
  it.each(hostile)('stands as text: %s', (text) => {
    const html = pour('<p title="{{ a }}">{{ a }}</p>', { a: text });
    const found = /^<p title="(?<title>[^"<>]*)">(?<body>[^<>]*)<\/p>$/.exec(html)?.groups;
    expect(unescape(found?.['title'] ?? '')).toBe(text);
    expect(unescape(found?.['body'] ?? '')).toBe(text);
  });

  it('never opens a tag or leaves its attribute, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const html = pour('<p title="{{ a }}">{{ a }}</p>', { a: text });
        expect(html).toMatch(/^<p title="[^"<>]*">[^<>]*<\/p>$/u);
      }),
    );
  });

  it('reads in the order it is stored, with nothing unseen in it', () => {
    expect(escapeText('mẹ\u202Egnơưht\u202C')).toBe('mẹgnơưht');
    expect(escapeText('a\u200Bb\u2066c\u2069\uFEFF')).toBe('abc');
    expect(escapeText('a\u0000b\u0007c\u0085')).toBe('abc');
    expect(escapeText('a\uD800b')).toBe('a\uFFFDb');
    expect(escapeText('a\tb\nc')).toBe('a\tb\nc');
    expect(escapeText('𠮷 Đặng')).toBe('𠮷 Đặng');
  });

  it('comes through composed and unchanged when it is Vietnamese', () => {
    const name = 'Đặng Thị Ngọc Ánh ẰẮẲẴẶ ươ';
    expect(pour('{{ a }}', { a: name })).toBe(name);
  });
});

describe('a template', () => {
  it.each([
    ['raw output', '{{ a | raw }}'],
    ['a raw block', '{% raw %}{{ a }}{% endraw %}'],
    ['another file', "{% include 'other' %}"],
    ['a layout', "{% layout 'other' %}"],
    ['a date of its own', "{{ a | date: '%d' }}"],
    ['an unknown filter', '{{ a | evil }}'],
    ['captured text', '{% capture x %}<b>{% endcapture %}{{ x }}'],
  ])('may not use %s', (_, source) => {
    expect(() => pour(source, { a: 'x' })).toThrow();
  });

  it('may not ask for a value it is not given, nor for what is not its own', () => {
    expect(() => pour('{{ b }}', { a: 'x' })).toThrow(/undefined variable/);
    expect(() => pour('{{ a.constructor.name }}', { a: 'x' })).toThrow();
    expect(() => pour("{% render 'gone' %}", { a: 'x' })).toThrow();
  });

  it('stops when it would go on and on', () => {
    expect(() => pour('{% for i in (1..900000000) %}{{ i }}{% endfor %}', {})).toThrow(/limit/i);
  });

  it('draws codes as shapes that hold no text', () => {
    const svg = pour('{{ a | qr }}', { a: 'H55.242-261123-0007.K7Q2M4ZP3XWRT5BN6YHC' });
    expect(svg).toMatch(/^<svg class="qr"[^<>]*><path d="[Mhvz0-9 -]+"\/><\/svg>$/);
    expect(pour('{{ a | code128 }}', { a: '<script>' })).toMatch(
      /^<svg class="code128"[^<>]*><path d="[Mhvz0-9 -]+"\/><\/svg>$/,
    );
    expect(pour('{{ a | code128 }}', { a: 'Đ' })).toBe('');
  });
});
