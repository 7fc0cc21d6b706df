// The functions of a chapter, as the page calls them.

// How long a function may take, in milliseconds, before it counts as one that does not end.
const PATIENCE = 4000;

export class Reference {
    #figure;
    #mine;
    #worker;
    #ready;
    #waiting = new Map();
    #last = 0;

    constructor(figure) {
        this.#figure = figure;
        this.#mine = figure.dataset.mine && JSON.parse(figure.dataset.mine);
    }

    // What the function of that name makes of a list of numbers. Fails with an Error whose `html` says why, for the
    // reader.
    async call(name, numbers) {
        await this.load();
        const answer = await this.#post({ name, numbers: Float64Array.from(numbers) }, PATIENCE);
        this.#figure.dispatchEvent(new CustomEvent('nn-answer', { bubbles: true, detail: { name, numbers: [...numbers], answer } }));
        return answer;
    }

    // Loads the module, if it is not there yet.
    load() {
        if (!this.#worker) {
            this.#worker = new Worker(new URL('worker.js', import.meta.url));
            this.#worker.onmessage = ({ data: { id, answer, failure } }) => {
                const { resolve, reject, timer } = this.#waiting.get(id) ?? {};
                clearTimeout(timer);
                this.#waiting.delete(id);
                if (failure) reject?.(this.#explained(failure));
                else resolve?.(answer);
            };
            this.#worker.onerror = event => this.#end({ words: event.message ?? 'the browser does not allow it' });
            this.#ready = this.#post({ address: new URL(`${this.#figure.dataset.widget}.wasm`, document.baseURI).href });
        }
        return this.#ready;
    }

    #post(message, patience) {
        const id = ++this.#last;
        return new Promise((resolve, reject) => {
            const timer = patience && setTimeout(() => this.#end({ endless: true }), patience);
            this.#waiting.set(id, { resolve, reject, timer });
            this.#worker.postMessage({ id, ...message });
        });
    }

    // Gives up all calls that wait. The next one begins with a new worker.
    #end(failure) {
        this.#worker.terminate();
        this.#worker = undefined;
        for (const { reject, timer } of this.#waiting.values()) {
            clearTimeout(timer);
            reject(this.#explained(failure));
        }
        this.#waiting.clear();
    }

    #explained({ place = '', words = '', endless }) {
        const error = new Error(words || place || 'it does not come to an end');
        const [file, line] = place.split(':');
        const where = this.#mine && `chapter ${this.#mine.chapter}`;
        const found = this.#mine?.functions.find(([known, from, to]) => known === file && from <= line && line <= to);
        const written = found && `<code>${escaped(found[3])}</code>`;
        if (!this.#mine) {
            error.html = `This figure stands still: ${escaped(error.message)}.`;
        } else if (endless) {
            error.html = `Your code of ${where} does not come to an end: is there a loop that never stops?`;
        } else if (words.startsWith('not yet implemented')) {
            error.html = `Write ${written ?? 'what is still <code>todo!</code>'} in ${where} to bring this figure to life.`;
        } else {
            error.html = `${written ? `Your ${written}` : 'Your code'} of ${where} panics: ${escaped(words.split('\n')[0])}`;
        }
        return error;
    }
}

const escaped = text => text.replace(/[&<>"]/g, letter => `&#${letter.charCodeAt()};`);
