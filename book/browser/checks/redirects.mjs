// Whoever has kept an old address, of a page or of a part of it, gets to where that is now.

import { redirectsOf } from '../site.mjs';

export async function run({ browser, address, html, fault }) {
    const context = await browser.newContext();
    const tab = await context.newPage();
    let count = 0;
    const old = redirectsOf(html);
    for (const page of old) {
        const text = await (await context.request.get(address + page)).text();
        // The template of mdBook has them as JSON, with the address for all others before it.
        const parts = Object.entries(JSON.parse(text.match(/const fragmentMap =\s*(\{.*?\})\s*;/s)?.[1] ?? '{}'));
        const [, whole] = text.match(/content="0; URL=(.*?)"/);
        for (const [fragment, target] of [['', whole], ...parts]) {
            await tab.goto(address + page + fragment);
            await tab.waitForURL(address + target, { timeout: 5000 }).catch(() => {});
            const there = tab.url() === address + target && await tab.evaluate(() => location.hash === '' || document.getElementById(decodeURIComponent(location.hash.slice(1))) !== null);
            if (!there) fault(page, `${fragment || 'the page'} leads to ${tab.url()}, and should to an element ${target}`);
            count += 1;
        }
    }
    if (old.length === 0) fault('book.toml', 'no old address is kept');
    await context.close();
    return `${count} old addresses of ${old.length} pages`;
}
