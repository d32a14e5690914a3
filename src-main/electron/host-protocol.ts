import { z } from 'zod'
import { FirstAnswers } from '../contract/first-answers.ts'
import { DialogTitle, PaperPrinter, PaperWish } from '../contract/printing.ts'

const bytes = z.instanceof(Uint8Array)

/** Calls from the engine to the desktop, over the utility process's own port. */
export const hostCalls = {
  keyStoreAvailable: { input: z.object({}), output: z.boolean() },
  keyStoreWrap: { input: z.object({ secret: bytes }), output: bytes },
  keyStoreUnwrap: { input: z.object({ wrapped: bytes }), output: bytes },
  savePdf: { input: z.object({ suggested: z.string().max(200), pdf: bytes }), output: z.string().nullable() },
  saveFile: {
    input: z.object({ suggested: z.string().max(200), ending: z.string().regex(/^[a-z]{2,5}$/), bytes }),
    output: z.string().nullable(),
  },
  showPdf: { input: z.object({ title: z.string().max(200), pdf: bytes }), output: z.null() },
  chooseFiles: {
    input: z.object({ title: DialogTitle, extensions: z.array(z.string()) }),
    output: z.array(z.string()),
  },
  chooseFolder: { input: z.object({ title: DialogTitle }), output: z.string().nullable() },
  printToPdf: { input: z.object({ html: z.string() }), output: bytes },
  printers: { input: z.object({}), output: z.array(PaperPrinter) },
  keepFirstAnswers: { input: FirstAnswers, output: z.null() },
  printOnPaper: { input: z.object({ html: z.string(), wish: PaperWish }), output: z.boolean() },
} as const

export type HostCallName = keyof typeof hostCalls
export type HostInput<N extends HostCallName> = z.input<(typeof hostCalls)[N]['input']>
export type HostOutput<N extends HostCallName> = z.output<(typeof hostCalls)[N]['output']>
export type HostHandlers = { readonly [N in HostCallName]: (input: HostInput<N>) => Promise<HostOutput<N>> }

export const HostRequest = z.object({
  kind: z.literal('call'),
  id: z.int(),
  name: z.enum(Object.keys(hostCalls) as [HostCallName, ...HostCallName[]]),
  input: z.unknown(),
})

export const HostAnswer = z.discriminatedUnion('ok', [
  z.object({ kind: z.literal('answer'), id: z.int(), ok: z.literal(true), output: z.unknown() }),
  z.object({ kind: z.literal('answer'), id: z.int(), ok: z.literal(false), message: z.string() }),
])

/** What main tells the engine; `connect` comes with a port of a window. */
export const MainNotice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('connect') }),
  z.object({ kind: z.literal('lock'), why: z.enum(['osLock', 'suspend']) }),
  z.object({ kind: z.literal('online') }),
  z.object({ kind: z.literal('routes'), routes: z.array(z.object({ name: z.string(), route: z.string() })) }),
  z.object({ kind: z.literal('close') }),
])
export type MainNotice = z.infer<typeof MainNotice>
