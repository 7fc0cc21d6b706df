// Whoever has kept an old address, of a page or of a part of it, gets to where that is now.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { redirectsOf } from '../site.mjs';

export async function run({ browser, address, html, pages, fault }) {
    const context = await browser.newContext();
    const tab = await context.newPage();
    let count = 0;
    const old = redirectsOf(html);
    // A page that is still there may have lost parts of itself to others.
    for (const page of [...old, ...pages]) {
        const text = readFileSync(join(html, page), 'utf8');
        // mdBook's template has the parts as JSON. Addresses are counted from the page.
        const parts = Object.entries(JSON.parse(text.match(/const fragmentMap =\s*(\{.*?\})\s*;/s)?.[1] ?? '{}'));
        const whole = text.match(/content="0; URL=(.*?)"/)?.[1];
        const leads = target => new URL(target, address + page).href;
        const isThere = target => {
            const [file, id] = leads(target).slice(address.length).split('#');
            return pages.includes(file) && (!id || readFileSync(join(html, file), 'utf8').includes(` id="${id}"`));
        };
        for (const [fragment, target] of [...(whole ? [['the page', whole]] : []), ...parts]) {
            if (!isThere(target)) fault(page, `${fragment} leads to ${target}, which is not there`);
        }
        for (const [fragment] of whole ? [] : parts) {
            if (text.includes(` id="${fragment.slice(1)}"`)) fault(page, `${fragment} is there, and leads elsewhere`);
        }
        // The browser follows the page and one of its parts; all others go the same way.
        for (const [fragment, target] of [...(whole ? [['', whole]] : []), ...parts.slice(-1)]) {
            await tab.goto(address + page + fragment, { waitUntil: 'commit' });
            await tab.waitForURL(leads(target), { timeout: 10000, waitUntil: 'domcontentloaded' }).catch(() => {});
            if (tab.url() !== leads(target)) fault(page, `${fragment || 'the page'} leads to ${tab.url()}, not to ${target}`);
        }
        count += parts.length + (whole ? 1 : 0);
    }
    if (old.length === 0) fault('book.toml', 'no old address is kept');
    await context.close();
    return `${count} old addresses of parts and of ${old.length} pages`;
}
