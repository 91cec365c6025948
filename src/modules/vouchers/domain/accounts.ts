/**
 * The ledger accounts of voucher money. Whatever a programme received is, at every instant, on its provision, on passes,
 * on bonuses set aside, owed to places, paid to them, or back with its funders (V5). Income of whoever runs the platform
 * has no account here (V6).
 */
export const accountOf = {
  /** What a funder gave, as a debt: the only accounts below zero. */
  funder: (programme: string, funder: string) => `funder:${programme}:${funder}`,
  provision: (programme: string) => `provision:${programme}`,
  pass: (booklet: string, rank: number) => `pass:${booklet}:${rank}`,
  bonus: (booklet: string) => `bonus:${booklet}`,
  payable: (programme: string, structure: string) => `payable:${programme}:${structure}`,
  reimbursed: (programme: string, structure: string) => `reimbursed:${programme}:${structure}`,
  returned: (programme: string, funder: string) => `returned:${programme}:${funder}`,
} as const;
