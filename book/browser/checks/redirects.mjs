// Whoever has kept an old address, of a page or of a part of it, gets to where that is now.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { redirectsOf } from '../site.mjs';

export async function run({ browser, address, html, pages, fault }) {
    const context = await browser.newContext();
    const tab = await context.newPage();
    let count = 0;
    const old = redirectsOf(html);
    for (const page of old) {
        const text = readFileSync(join(html, page), 'utf8');
        // mdBook's template has the parts as JSON, and the address of the page before them.
        const parts = Object.entries(JSON.parse(text.match(/const fragmentMap =\s*(\{.*?\})\s*;/s)?.[1] ?? '{}'));
        const [, whole] = text.match(/content="0; URL=(.*?)"/);
        for (const [fragment, target] of parts) {
            const [file, id] = target.split('#');
            const there = pages.includes(file) && readFileSync(join(html, file), 'utf8').includes(` id="${id}"`);
            if (!there) fault(page, `${fragment} leads to ${target}, which is not there`);
        }
        if (!pages.includes(whole)) fault(page, `it leads to ${whole}, which is not there`);
        // The browser follows the page and one of its parts; all others go the same way.
        for (const [fragment, target] of [['', whole], ...parts.slice(-1)]) {
            await tab.goto(address + page + fragment, { waitUntil: 'commit' });
            await tab.waitForURL(address + target, { timeout: 10000, waitUntil: 'domcontentloaded' }).catch(() => {});
            if (tab.url() !== address + target) fault(page, `${fragment || 'the page'} leads to ${tab.url()}, not to ${target}`);
        }
        count += parts.length + 1;
    }
    if (old.length === 0) fault('book.toml', 'no old address is kept');
    await context.close();
    return `${count} old addresses of ${old.length} pages`;
}
