/** What an account is known by: nobody has two that differ in case. */
export function normalEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase()
}
