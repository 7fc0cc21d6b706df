// With the Tab key alone: everything that can be focused is reached, and shows that it is.

import { chapters, forEach, open } from '../site.mjs';

export async function run({ browser, address, pages, fault }) {
    let stops = 0;
    for (const [width, height] of [[390, 844], [1100, 900]]) {
        const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width, height } });
        await forEach(chapters(pages), async page => {
            const where = `${page} (${width} px)`;
            const tab = await open(context, address, page, (_, what) => fault(where, what));
            const expected = await tab.evaluate(watchFocus);
            stops += expected;
            // A few more than there are: the browser's own stops lie between.
            for (let press = 0; press < expected + 20; press++) {
                await tab.keyboard.press('Tab');
                if (press % 25 === 24 && await tab.evaluate(() => window.bookUnreached.size === 0)) break;
            }
            const { unreached, unseen } = await tab.evaluate(() => ({
                unreached: [...window.bookUnreached].map(window.bookName),
                unseen: [...window.bookUnseen].map(window.bookName),
            }));
            for (const name of unreached) fault(where, `the keyboard does not reach ${name}`);
            for (const name of unseen) fault(where, `nothing shows that the focus is on ${name}`);
            await tab.close();
        });
        await context.close();
    }
    return `${stops} stops of the Tab key`;
}

// Remembers what should be reached and strikes out what is.
function watchFocus() {
    const all = document.querySelectorAll('a[href], button, input, select, textarea, summary, iframe, [tabindex]');
    const shown = element => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false });
    // A group of radio buttons is one stop, and the arrow keys choose in it: the check `quizzes` presses them.
    const stop = element => element.type !== 'radio' || element === document.querySelector(`input[name="${element.name}"]`);
    window.bookUnreached = new Set([...all].filter(element => element.tabIndex >= 0 && !element.disabled && shown(element) && stop(element)));
    window.bookUnseen = new Set();
    window.bookName = element => `<${element.localName}${element.id ? ` id="${element.id}"` : ''} class="${element.getAttribute('class') ?? ''}"> ${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)}`;
    document.addEventListener('focusin', ({ target }) => {
        window.bookUnreached.delete(target);
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(target);
        // What can be dragged in a figure has a ring of its own.
        const ringed = target.matches('.nn-handle') && getComputedStyle(target.firstElementChild).stroke !== 'none';
        if ((outlineStyle === 'none' || outlineWidth === '0px') && boxShadow === 'none' && !ringed) window.bookUnseen.add(target);
    });
    return window.bookUnreached.size;
}
