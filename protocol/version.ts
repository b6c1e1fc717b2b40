/** Raised when a frame, event or reply changes in a way that an older panel cannot read. */
export const PROTOCOL_VERSION = 1
