/**
 * The port's codec asks of every message whether it is `FormData`, and Node loads its whole HTTP client to answer: 40 ms of the way to
 * the first screen. No message of ours is one, so in the engine's process the name stands for a class of its own. It is assigned, not
 * defined: to define it, V8 would ask for the value before.
 */
Object.assign(globalThis, { FormData: class FormData extends Object {} })
