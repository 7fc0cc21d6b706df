// Every formula against npm's KaTeX: the book draws with a translation of it, and here both drawings stand in one page.
// Not the tags are compared but what is seen: each letter and each rule, where it stands and how large it is, in which
// font and colour. And what is heard: the text of the MathML.

import { createRequire } from 'node:module';
import katex from 'katex';
import { open } from '../site.mjs';

// In pixels, at letters of 40 pixels.
const TOLERANCE = 0.5;

export async function run({ browser, address, formulas, macros, fault }) {
    const context = await browser.newContext({ viewport: { width: 1600, height: 900 } });
    const tab = await open(context, address, 'index.html', fault);
    const different = [...new Map(formulas.map(formula => [`${formula.display} ${formula.tex}`, formula])).values()];
    const pairs = different.map(formula => ({
        tex: formula.tex,
        ours: formula.html,
        theirs: katex.renderToString(formula.tex, { displayMode: formula.display, macros: { ...macros }, trust: true, strict: 'ignore' }),
    }));
    const faults = await tab.evaluate(compare, { pairs, tolerance: TOLERANCE });
    for (const { tex, what } of faults) fault(tex, what);
    await context.close();
    const { version } = createRequire(import.meta.url)('katex/package.json');
    return `${formulas.length} formulas, ${different.length} of them different, as npm's KaTeX ${version} draws them`;
}

async function compare({ pairs, tolerance }) {
    document.body.innerHTML = '<main class="content"></main>';
    const show = html => {
        const place = document.createElement('div');
        place.style = 'font-size: 40px; width: 1500px; position: absolute; left: 0; top: 0;';
        place.innerHTML = html;
        document.querySelector('main').append(place);
        return place;
    };
    const places = pairs.map(({ ours, theirs }) => [show(ours), show(theirs)]);
    await document.fonts.ready;
    const rules = '.frac-line, .sqrt-line, .overline-line, .underline-line, .hline, .vertical-separator, .rule, svg';
    const marks = place => {
        const html = place.querySelector('.katex-html');
        const origin = html.getBoundingClientRect();
        const box = rect => [rect.left - origin.left, rect.top - origin.top, rect.width, rect.height];
        const walker = document.createTreeWalker(html, NodeFilter.SHOW_TEXT);
        const found = [];
        while (walker.nextNode()) {
            // Letter by letter: the book joins elements that differ in nothing that is seen.
            let at = 0;
            for (const letter of walker.currentNode.textContent) {
                const range = document.createRange();
                range.setStart(walker.currentNode, at);
                range.setEnd(walker.currentNode, at += letter.length);
                if (/^[\s\u200b]$/u.test(letter)) continue;
                const { fontFamily, fontStyle, fontWeight, color } = getComputedStyle(walker.currentNode.parentElement);
                found.push({ what: letter, look: `${fontFamily} ${fontStyle} ${fontWeight} ${color}`, box: box(range.getBoundingClientRect()) });
            }
        }
        for (const rule of html.querySelectorAll(rules)) {
            found.push({ what: rule.localName, look: rule.querySelector('path')?.getAttribute('d') ?? '', box: box(rule.getBoundingClientRect()) });
        }
        return [{ what: 'all', look: '', box: [0, 0, origin.width, origin.height] }, ...found];
    };
    const heard = place => {
        const math = place.querySelector('math').cloneNode(true);
        math.querySelectorAll('annotation').forEach(annotation => annotation.remove());
        return math.textContent.replace(/\s+/g, '');
    };
    const faults = [];
    pairs.forEach(({ tex }, at) => {
        const [ours, theirs] = places[at].map(marks);
        const count = Math.max(ours.length, theirs.length);
        for (let mark = 0; mark < count; mark++) {
            const [a, b] = [ours[mark], theirs[mark]];
            const near = a && b && a.box.every((side, number) => Math.abs(side - b.box[number]) <= tolerance);
            if (!near || a.what !== b.what || a.look !== b.look) {
                const words = found => (found ? `“${found.what}” at ${found.box.map(side => side.toFixed(1)).join(' ')} ${found.look}` : 'nothing');
                faults.push({ tex, what: `npm's KaTeX draws ${words(b)}, the book ${words(a)}` });
                break;
            }
        }
        const [said, expected] = places[at].map(heard);
        if (said !== expected) faults.push({ tex, what: `npm's KaTeX says ${expected}, the book ${said}` });
    });
    return faults;
}
