import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'

type Placeholders<Table extends SQLiteTable> = { [Name in keyof Table['$inferSelect']]: SQL }

/** A placeholder for each column, by the column's name; to be filled with `storedValues`. */
export function placeholdersFor<Table extends SQLiteTable>(table: Table): Placeholders<Table> {
  const columns = Object.keys(getTableColumns(table))
  return everyColumn(columns.map((name) => [name, sql`${sql.placeholder(name)}`]))
}

/** Holds because the entries are made of the table's own columns, each of them. */
function everyColumn<Table extends SQLiteTable>(entries: [string, SQL][]): Placeholders<Table> {
  return Object.fromEntries(entries) as Placeholders<Table>
}

/** A row's values as its columns store them: a bare placeholder knows of no column to write them for it. */
export function storedValues<Table extends SQLiteTable>(
  table: Table,
  row: Table['$inferSelect'],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(getTableColumns(table)).map(([name, column]) => {
      const value: unknown = row[name]
      return [name, value === null ? null : column.mapToDriverValue(value)]
    }),
  )
}
