// An address that does not exist, deep below the book's path: the page for it is shown with its style, and leads back.

export async function run({ browser, address, pages, fault }) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    for (const wrong of ['no-such-page.html', 'authors/no/such/page']) {
        const tab = await context.newPage();
        tab.on('response', response => {
            if (response.status() >= 400 && response.url() !== address + wrong) fault(wrong, `${response.url()} answers ${response.status()}`);
        });
        tab.on('request', request => {
            if (!request.url().startsWith(address)) fault(wrong, `${request.url()} is not below ${address}`);
        });
        tab.on('pageerror', error => fault(wrong, `a script fails: ${error.message}`));
        const answer = await tab.goto(address + wrong, { waitUntil: 'load' });
        if (answer.status() !== 404) fault(wrong, `the status is ${answer.status()}`);
        const styled = await tab.evaluate(() => [...document.styleSheets].length);
        if (styled < 5) fault(wrong, `the page has only ${styled} style sheets`);
        const links = await tab.evaluate(() => [...document.querySelectorAll('a[href]')].map(link => link.href.split('#')[0]));
        const back = links.filter(link => pages.includes(link.slice(address.length)));
        if (back.length < 3) fault(wrong, 'no way leads back into the book');
        for (const link of links) if (link.startsWith(new URL(address).origin) && !link.startsWith(address)) fault(wrong, `${link} is not below ${address}`);
        await tab.close();
    }
    await context.close();
    return 'addresses that do not exist';
}
