// Every link of every page, as the browser resolves it below the book's own path: the page is there, and so is the
// element that the fragment names. Links to other sites are looked at and not followed. Each page says what it is to
// those who share it.

import { chapters, forEach, open } from '../site.mjs';

// Michael Nielsen's book, which answers by http alone. Nothing that a reader sends there is secret.
const WITHOUT_HTTPS = ['http://neuralnetworksanddeeplearning.com/'];

export async function run({ browser, address, pages, fault }) {
    const context = await browser.newContext({ viewport: { width: 1100, height: 900 } });
    const ids = new Map();
    const found = [];
    await forEach(pages, async page => {
        const tab = await open(context, address, page, fault);
        const seen = await tab.evaluate(() => ({
            ids: [...document.querySelectorAll('[id]')].map(element => element.id),
            links: [...document.querySelectorAll('a[href]')].map(link => ({ href: link.href, text: link.textContent.trim() || link.getAttribute('aria-label') || '' })),
            icon: document.querySelector('link[rel=icon]')?.href,
            meta: Object.fromEntries([...document.querySelectorAll('meta[property], meta[name]')].map(meta => [meta.getAttribute('property') ?? meta.name, meta.content])),
        }));
        ids.set(address + page, new Set(seen.ids));
        seen.ids.filter((id, at) => seen.ids.indexOf(id) < at).forEach(id => fault(page, `the id ${id} is there twice`));
        for (const { href, text } of seen.links) found.push({ page, href, text });
        if (seen.icon === undefined) fault(page, 'the page has no icon');
        else found.push({ page, href: seen.icon, text: 'icon' });
        if (page !== '404.html') {
            for (const name of ['description', 'og:title', 'og:description', 'og:type', 'og:site_name']) {
                if (!seen.meta[name]) fault(page, `<meta> has no ${name}`);
            }
        }
        await tab.close();
    });
    ids.set(address, ids.get(`${address}index.html`));
    const answers = new Map();
    let others = new Set();
    for (const { page, href, text } of found) {
        if (text === '') fault(page, `the link to ${href} has no words`);
        if (!href.startsWith(address)) {
            others.add(href);
            const known = WITHOUT_HTTPS.some(site => href.startsWith(site));
            if (!known && !/^https:\/\/[^/]+\.[^/]+/.test(href)) fault(page, `${href} leaves the book and is no https address`);
            continue;
        }
        const url = new URL(href);
        const fragment = decodeURIComponent(url.hash.slice(1));
        const target = url.origin + url.pathname;
        if (ids.has(target)) {
            if (fragment !== '' && !ids.get(target).has(fragment)) fault(page, `${href} names an element that is not there`);
            continue;
        }
        if (!answers.has(target)) answers.set(target, (await context.request.get(target)).status());
        if (answers.get(target) !== 200) fault(page, `${href} answers ${answers.get(target)}`);
    }
    await context.close();
    const turned = chapters(pages).filter(page => !found.some(link => link.page === 'index.html' && link.href.split('#')[0] === address + page));
    for (const page of turned) fault('index.html', `the contents do not lead to ${page}`);
    return `${found.length} links, ${others.size} of them to other sites and not followed`;
}
