export type TimeLeftWords = Readonly<{ key: 'left' | 'today' | 'late'; days: number }>

/** From so many hours on nobody counts the minutes. */
const HOURS_ALONE = 6

/** From so many hours on lateness is counted in days. */
const HOURS_LATE = 72

/**
 * Which sentence says a number of minutes: "còn 18 giờ", "còn 5 giờ 20 phút", "còn 40 phút", "quá hạn 12 phút",
 * "quá hạn 2 giờ", and of long ago "quá hạn 6 ngày".
 */
export function hoursLeftWords(minutes: number): Readonly<{
  key: 'hoursLeft' | 'bothLeft' | 'minutesLeft' | 'hoursLate' | 'minutesLate' | 'late'
  params: { h: number; m: number; n: number }
}> {
  const length = Math.abs(minutes)
  const params = { h: Math.floor(length / 60), m: length % 60, n: Math.floor(length / 1_440) }
  const { h } = params
  if (minutes < 0 && h >= HOURS_LATE) return { key: 'late', params }
  if (minutes < 0) return { key: h > 0 ? 'hoursLate' : 'minutesLate', params }
  if (h === 0) return { key: 'minutesLeft', params }
  return { key: h >= HOURS_ALONE ? 'hoursLeft' : 'bothLeft', params }
}

/** Which sentence says a number of days: "còn 12 ngày", "hôm nay", "quá hạn 3 ngày". */
export function timeLeftWords(days: number): TimeLeftWords {
  if (days < 0) return { key: 'late', days: -days }
  return days === 0 ? { key: 'today', days } : { key: 'left', days }
}
