/** Epoch milliseconds. Order comes from `seq`, never from here. */
export type Clock = () => number
