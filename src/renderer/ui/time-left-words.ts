export type TimeLeftWords = Readonly<{ key: 'left' | 'today' | 'late'; days: number }>

/** Which sentence says a number of days: "còn 12 ngày", "hôm nay", "quá hạn 3 ngày". */
export function timeLeftWords(days: number): TimeLeftWords {
  if (days < 0) return { key: 'late', days: -days }
  return days === 0 ? { key: 'today', days } : { key: 'left', days }
}
