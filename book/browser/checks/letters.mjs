// The typefaces of the book are cut to some letters: each one that a page shows is among them. Formulas have their own,
// which a test of the builder compares.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chapters, forEach, open } from '../site.mjs';

// Hints write them, since terminals show hints too, and no face of the family has them: the reader's own typeface does.
const FOREIGN = 'ᵢⱼₗₒȳ';

export async function run({ browser, address, pages, root, fault }) {
    const formulas = readFileSync(join(root, 'book/theme/katex/characters.txt'), 'utf8');
    const letters = JSON.parse(readFileSync(join(root, 'book/theme/fonts/letters.json'), 'utf8'));
    const context = await browser.newContext();
    let count = 0;
    await forEach(chapters(pages), async page => {
        const tab = await open(context, address, page, () => {});
        for (const [face, shown] of Object.entries(await tab.evaluate(shownLetters))) {
            // What a face lacks comes from the next, as the style sheet says.
            const there = new Set(FOREIGN + letters[face] + letters.sans + (face === 'mono' ? '' : formulas) + (face === 'display' ? letters.serif : ''));
            for (const letter of shown) {
                count += 1;
                const code = letter.codePointAt(0).toString(16).toUpperCase().padStart(4, '0');
                if (!there.has(letter)) fault(page, `no typeface for ${face} has “${letter}” (U+${code}): book/theme/subset.py adds it if the family has it`);
            }
        }
        await tab.close();
    });
    await context.close();
    return `${Object.keys(letters).length} faces, ${count} letters beyond ASCII on ${chapters(pages).length} pages`;
}

// What the pages show beyond ASCII, by face.
function shownLetters() {
    const shown = {};
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (element.closest('.katex, title, desc, script')) continue;
        const letters = [...walker.currentNode.data].filter(letter => letter > '~' && !/\s|\p{Cf}/u.test(letter));
        if (letters.length === 0) continue;
        const { fontFamily, fontStyle } = getComputedStyle(element);
        const name = /^"?NN (\w+)/.exec(fontFamily)?.[1].toLowerCase();
        if (!name) continue;
        const face = name === 'serif' && fontStyle === 'italic' ? 'serif-italic' : name;
        shown[face] = [...new Set([...shown[face] ?? [], ...letters])];
    }
    return shown;
}
