// The pages, and how they are opened.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

// Every page of the book by its address, from the folder that was built: `index.html`, `authors/style.html`. Not among
// them is the list of contents, which is a frame for browsers without scripts and shown in the others, and no page that
// only leads to another.
export const pagesOf = html => files(html).filter(name => name !== 'toc.html' && !redirects(html, name));

// The old addresses of pages that have another one now.
export const redirectsOf = html => files(html).filter(name => redirects(html, name));

const redirects = (html, name) => readFileSync(join(html, name), 'utf8').includes('http-equiv="refresh"');

function files(html) {
    const entries = readdirSync(html, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
    const names = entries.map(entry => relative(html, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join('/'));
    return names.filter(name => name.endsWith('.html')).sort();
}

// Those that a reader turns: neither the book in one piece nor the page for addresses that do not exist.
export const chapters = pages => pages.filter(page => page !== 'print.html' && page !== '404.html');

// Opens a page and waits until its fonts are there; `fault` hears of every error and of every request that leaves the
// book.
export async function open(context, address, page, fault) {
    const tab = await context.newPage();
    tab.on('pageerror', error => fault(page, `a script fails: ${error.message}`));
    tab.on('console', message => {
        if (message.type() === 'error') fault(page, `the console says: ${message.text()}`);
    });
    tab.on('request', request => {
        const url = request.url();
        if (!url.startsWith(address) && !/^(data|blob):/.test(url)) fault(page, `the page asks another site for ${url}`);
    });
    tab.on('response', response => {
        if (response.status() >= 400) fault(page, `${response.url()} answers ${response.status()}`);
    });
    // The book in one piece asks for a printer.
    await tab.addInitScript(() => {
        window.print = () => {};
    });
    await tab.goto(address + page, { waitUntil: 'load' });
    await tab.evaluate(() => document.fonts.ready.then(() => {}));
    return tab;
}

// Runs `job` for each item, a few at a time.
export async function forEach(items, job, atOnce = 2) {
    const queue = [...items];
    await Promise.all(Array.from({ length: atOnce }, async () => {
        while (queue.length > 0) await job(queue.shift());
    }));
}
