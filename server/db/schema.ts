export * from './content-tables.ts'
export * from './conversation-tables.ts'
export * from './shop-tables.ts'
export * from './team-tables.ts'
