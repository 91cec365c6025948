/** In the phone, the record of the 106 criteria (18 KB) is absent: the statement itself is enough. */
export const SelfCheck = (): null => null;
