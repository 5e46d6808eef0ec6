declare const transaction: unique symbol;

/** An open transaction of the newsroom. Anyone may hold and pass one on; only stores look inside. */
export interface Tx {
  readonly [transaction]: true;
}

/** Runs `work` alone and commits it, or leaves nothing behind. What it resolves to has been made durable. */
export type InTransaction = <Outcome>(work: (tx: Tx) => Promise<Outcome>) => Promise<Outcome>;
