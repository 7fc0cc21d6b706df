// Runs a module away from the page: whatever happens in it, the page stays alive.

let compiled;
let module;

self.onmessage = async ({ data: { id, address, name, numbers } }) => {
    try {
        if (address) {
            const response = await fetch(address);
            if (!response.ok) throw new Error(`${address} answers ${response.status}`);
            compiled = await WebAssembly.compile(await response.arrayBuffer());
            self.postMessage({ id });
        } else {
            self.postMessage({ id, answer: await call(name, numbers) });
        }
    } catch (error) {
        self.postMessage({ id, failure: failure(error) });
    }
};

async function call(name, numbers) {
    module ??= (await WebAssembly.instantiate(compiled)).exports;
    const letters = new TextEncoder().encode(name);
    const [nameAt, numbersAt] = [module.name(letters.length), module.numbers(numbers.length)];
    new Uint8Array(module.memory.buffer, nameAt, letters.length).set(letters);
    new Float64Array(module.memory.buffer, numbersAt, numbers.length).set(numbers);
    const length = module.call();
    return new Float64Array(module.memory.buffer, module.answer_at(), length).slice();
}

// A panic ends a module, and leaves its place and its words behind. The next call gets a new one.
function failure(error) {
    const ended = module;
    module = undefined;
    if (!(error instanceof WebAssembly.RuntimeError) || !ended) return { words: error.message };
    const bytes = new Uint8Array(ended.memory.buffer, ended.panic_at(), ended.panic_length());
    const [place, ...words] = new TextDecoder().decode(bytes).split('\n');
    return place ? { place, words: words.join('\n') } : { words: error.message };
}
