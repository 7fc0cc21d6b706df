// The figures that can be moved: every control works by the keyboard, and handles by the pointer; every number is the
// one that the course's code computes natively; nothing plays by itself; an address brings a state back. Then what they
// do without WebAssembly, and with the code of a student in the middle of the course.

import axe from 'axe-core';
import { execFileSync } from 'node:child_process';
import { serve } from '../server.mjs';
import { forEach, open } from '../site.mjs';

// Two machines round the last digits of exp and tanh differently.
const CLOSE = 1e-12;

// Training multiplies such a difference epoch by epoch, the more the larger the step: of a long one only the length is
// compared.
const LONG = (name, numbers) => name === 'train' && numbers.at(-1) > 10;

const VIEWS = [
    { colorScheme: 'light', reducedMotion: 'reduce', viewport: { width: 390, height: 844 }, hasTouch: true },
    { colorScheme: 'dark', reducedMotion: 'no-preference', viewport: { width: 1100, height: 900 } },
];

export async function run({ browser, address, pages, mine, base, book, notes, fault }) {
    const context = await browser.newContext();
    const found = [];
    for (const page of pages.filter(page => page !== 'print.html')) {
        const tab = await open(context, address, page, () => {});
        const [id, ...more] = await tab.locator('[data-widget]:not(.nn-hero)').evaluateAll(figures => figures.map(figure => figure.id));
        if (id) found.push({ page, id });
        if (more.length > 0) fault(page, 'has more than one figure that can be moved');
        await tab.close();
    }
    await context.close();
    if (found.length === 0) fault('the book', 'no figure can be moved');

    const calls = new Map();
    for (const view of VIEWS) await forEach(found, ({ page, id }) => move(browser, view, address, page, id, calls, fault));
    compare(book, calls, fault);
    await forEach(found, ({ page, id }) => still(browser, address, page, id, fault));
    await students(browser, await serve(mine, base), found, notes, fault);
    return `${found.length} figures, ${calls.size} different calls answered as natively to ${CLOSE}; without WebAssembly; with a student's code`;
}

// Opens a page and brings its figure to life.
async function alive(context, address, page, id, fault) {
    const tab = await open(context, address, page, fault);
    await tab.locator(`#${id}`).scrollIntoViewIfNeeded();
    await tab.waitForSelector(`#${id}.nn-moves`, { timeout: 20000 });
    await settled(tab);
    return tab;
}

// Waits until no answer has come for a while.
async function settled(tab) {
    for (let last = -1, now = 0; now !== last;) {
        last = now;
        await tab.waitForTimeout(150);
        now = await tab.evaluate(() => window.nnAnswers.length);
    }
}

const listen = context => context.addInitScript(() => {
    window.nnAnswers = [];
    document.addEventListener('nn-answer', ({ detail: { name, numbers, answer } }) => window.nnAnswers.push([name, numbers, [...answer]]));
});

async function move(browser, view, address, page, id, calls, fault) {
    const context = await browser.newContext(view);
    await listen(context);
    const where = `${page} (${view.colorScheme}, ${view.viewport.width} px)`;
    const complain = what => fault(where, what);
    const tab = await alive(context, address, page, id, (_, what) => complain(what));
    const figure = tab.locator(`#${id}`);
    const seen = () => figure.evaluate(figure => [...figure.querySelectorAll('svg.nn-svg:not(:scope > svg), output, .nn-value')].map(part => part.innerHTML).join('\n'));
    const changes = async (what, act) => {
        const before = await seen();
        await act();
        await settled(tab);
        if (await seen() === before) complain(`${what} changes nothing`);
    };

    const quiet = await tab.evaluate(() => window.nnAnswers.length);
    await tab.waitForTimeout(400);
    if (await tab.evaluate(() => window.nnAnswers.length) !== quiet) complain('the figure plays by itself');

    await tab.evaluate(axe.source);
    const { violations } = await tab.evaluate(id => window.axe.run(`#${id}`, { resultTypes: ['violations'] }), id);
    for (const { id: rule, help, nodes } of violations) complain(`axe ${rule}: ${help}: ${nodes[0].target.join(' ')}`);
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) complain(`with the figure alive the page is ${wide} px wider than the screen`);

    for (const select of await figure.locator('select').all()) {
        // What another choice has hidden.
        if (!await select.isVisible()) continue;
        for (const value of await select.locator('option').evaluateAll(options => options.map(option => option.value))) {
            await select.selectOption(value);
            await settled(tab);
        }
    }
    for (const slider of await figure.locator('input[type=range]:enabled').all()) {
        if (!await slider.isVisible()) continue;
        await slider.focus();
        const name = await slider.evaluate(slider => slider.closest('label').innerText.split('\n')[0]);
        const end = await slider.evaluate(slider => slider.value === slider.max);
        await changes(`the arrow key on the slider “${name}”`, () => tab.keyboard.press(end ? 'ArrowLeft' : 'ArrowRight'));
    }
    const handles = await figure.locator('.nn-handle').all();
    for (const handle of handles.slice(0, 3)) {
        if (!await handle.isVisible()) continue;
        await handle.focus();
        const name = await handle.getAttribute('aria-label');
        await changes(`an arrow key on “${name}”`, async () => {
            for (const key of ['ArrowUp', 'ArrowRight']) await tab.keyboard.press(key);
        });
        await handle.scrollIntoViewIfNeeded();
        const { x, y, width, height } = await handle.boundingBox();
        await changes(`dragging “${name}”`, async () => {
            await tab.mouse.move(x + width / 2, y + height / 2);
            await tab.mouse.down();
            await tab.mouse.move(x + width / 2 - 25, y + height / 2 - 15, { steps: 3 });
            await tab.mouse.up();
        });
    }
    for (const button of await figure.locator('button').all()) {
        if (!await button.isVisible() || !await button.isEnabled()) continue;
        const label = await button.innerText();
        await button.click();
        await tab.waitForTimeout(300);
        if (await button.innerText() !== label) await button.click();
        await settled(tab);
        if (await figure.locator('.nn-note').innerText() !== '') complain(`“${label}”: ${await figure.locator('.nn-note').innerText()}`);
        await numbers(tab, figure, complain);
    }
    // The first slider once more: the last button may have put everything back.
    const slider = figure.locator('input[type=range]:enabled').first();
    await slider.focus();
    await tab.keyboard.press(await slider.evaluate(slider => slider.value === slider.max) ? 'ArrowLeft' : 'ArrowRight');
    await tab.waitForTimeout(500);
    await settled(tab);
    await numbers(tab, figure, complain);
    const path = new URL(tab.url());
    if (!path.pathname.endsWith(page)) complain('an arrow key turns the page');
    if (path.search === '' || path.hash !== `#${id}`) complain(`the address does not keep the state: ${path.search}${path.hash}`);
    for (const [name, numbers, answer] of await tab.evaluate(() => window.nnAnswers)) {
        calls.set(JSON.stringify([id.replace('try-', ''), name, numbers]), answer);
    }
    const words = await figure.locator('output.nn-said').innerText();
    const again = await alive(context, address, page + path.search + path.hash, id, (_, what) => complain(what));
    const back = await again.locator(`#${id} output.nn-said`).innerText();
    if (back !== words) complain(`the address brings another state back: “${back}” for “${words}”`);
    await context.close();
}

// Each number of the words is one that the module has answered, or part of the state.
async function numbers(tab, figure, complain) {
    const strange = await figure.evaluate(figure => {
        const answered = window.nnAnswers.flatMap(([, numbers, answer]) => [...numbers.flat(Infinity), ...answer]);
        const known = new Set([...answered, ...Object.values(figure.nnState).flat()].map(String));
        return [...figure.querySelectorAll('output.nn-said data')].map(data => data.value).filter(value => !known.has(value));
    });
    for (const value of strange) complain(`${value} is a number that no function of the chapter has answered`);
}

// Asks the course's own code for the same calls.
function compare(book, calls, fault) {
    const asked = [...calls.keys()];
    const answers = execFileSync(book, ['native-calls'], { input: asked.join('\n'), maxBuffer: 1e9 }).toString().trim().split('\n');
    asked.forEach((call, at) => {
        const native = JSON.parse(answers[at]);
        const here = calls.get(call);
        const [, name, numbers] = JSON.parse(call);
        const far = native.length !== here.length || !LONG(name, numbers) && native.some((value, place) => {
            if (value === null || !Number.isFinite(here[place])) return value !== null || Number.isFinite(here[place]);
            return Math.abs(value - here[place]) > CLOSE * Math.max(1, Math.abs(value));
        });
        if (far) fault(call.slice(0, 80), `the page has computed ${here.slice(0, 4)}…, and natively it is ${native.slice(0, 4)}…`);
    });
}

// Where there is no WebAssembly the figure stands still, and that is all.
async function still(browser, address, page, id, fault) {
    const context = await browser.newContext();
    await context.addInitScript(() => { delete window.WebAssembly; });
    await context.route(/\.wasm$/, route => route.abort());
    const tab = await context.newPage();
    tab.on('pageerror', error => fault(page, `without WebAssembly a script fails: ${error.message}`));
    await tab.goto(address + page, { waitUntil: 'load' });
    await tab.locator(`#${id}`).scrollIntoViewIfNeeded();
    await tab.waitForTimeout(1500);
    if (!await tab.locator(`#${id} svg`).first().isVisible()) fault(page, 'without WebAssembly the figure is not there');
    if (await tab.locator(`#${id}.nn-moves`).count() > 0) fault(page, 'without WebAssembly the figure has controls');
    await context.close();
}

// What a student in the middle of the course sees: the notes below the figures are as the chapters' folders say.
async function students(browser, address, found, notes, fault) {
    for (const { page, id } of found) {
        const context = await browser.newContext({ viewport: { width: 1100, height: 900 } });
        await listen(context);
        const tab = await open(context, address, page, fault);
        await tab.locator(`#${id}`).scrollIntoViewIfNeeded();
        const says = notes[id];
        try {
            await tab.waitForFunction(([id, source]) => {
                const figure = document.getElementById(id);
                const note = figure.querySelector('.nn-note');
                return note && new RegExp(source).test(note.innerText);
            }, [id, says], { timeout: 20000 });
        } catch {
            fault(page, `with a student's code its note is “${await tab.locator(`#${id} .nn-note`).allInnerTexts()}”, and not like ${says}`);
        }
        const started = Date.now();
        await tab.evaluate(() => document.title);
        if (Date.now() - started > 1000) fault(page, 'with a student\'s code the page is frozen');
        await context.close();
    }
}
