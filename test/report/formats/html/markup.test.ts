import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escape, markup, trusted } from '../../../../src/report/formats/html/markup.ts';
import { sharedTexts } from '../../../../src/report/formats/html/shared.ts';

describe('a template of markup', () => {
  it('escapes what it receives, in a text and in an attribute', () => {
    const title = `<img src=x onerror=alert(1)> & "l'autre"`;
    expect(markup`<p title="${title}">${title}</p>`.markup).toBe(
      '<p title="&lt;img src=x onerror=alert(1)&gt; &amp; &quot;l&#39;autre&quot;">&lt;img src=x onerror=alert(1)&gt; &amp; &quot;l&#39;autre&quot;</p>',
    );
  });

  it('keeps markup as it is, writes lists item by item and nothing for what is absent', () => {
    const items = ['a<', 'b'].map(item => markup`<li>${item}`);
    expect(markup`<ul>${items}</ul>${null}${undefined}${false}${0}`.markup).toBe('<ul><li>a&lt;<li>b</ul>0');
  });

  it('leaves out the line breaks that are there for its readers', () => {
    expect(
      markup`<p>
      ${'a\n b'}
    </p>`.markup,
    ).toBe('<p>a\n b</p>');
  });

  it('never lets a text become markup', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(escape(text)).not.toMatch(/[<>"']/);
        expect(escape(text).replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
      }),
    );
  });
});

describe('texts whose pieces are shared', () => {
  /** What the page's script does with them. */
  function read(element: string): string[] {
    const [, json] = /^<script type="application\/json" id="x">(.*)<\/script>$/s.exec(element)!;
    const { parts, texts } = JSON.parse(json!) as { parts: string[]; texts: (string | number)[][] };
    return texts.map(pieces =>
      pieces.map(piece => (typeof piece === 'number' ? parts[piece] : piece)).join(''),
    );
  }

  it('come back as they were, whatever they hold, and cannot end their element', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<b>',
        '</b>',
        '</script>',
        '<!--',
        '<table><thead><tbody>',
        'mot ',
        '12 €',
        'à 3 %',
        '<',
      ),
      fc.string({ unit: 'binary' }),
    );
    const text = fc.array(piece).map(pieces => pieces.join(''));
    fc.assert(
      fc.property(fc.array(text), texts => {
        const element = sharedTexts('x', texts.map(trusted)).markup;
        expect(element.slice(0, -'</script>'.length).slice(1)).not.toContain('<');
        expect(read(element)).toEqual(texts);
      }),
    );
  });
});
