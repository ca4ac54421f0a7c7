import Diagnosis
import Testing
import Wizard

/// When a waiting wizard looks again.
@Suite struct RoundScheduleTests {
  @Test(arguments: [(0, 10), (9, 10), (10, 11), (59, 60), (299, 300), (300, 300), (86_400, 300)])
  func aWaitIsOverWhenTheCacheIsEmpty(wait: Int, delay: Int) {
    #expect(RoundSchedule().delay(.waiting, waitSeconds: wait) == delay)
  }

  @Test func whatHasToBePutRightIsLookedAtLessAndLess() {
    var schedule = RoundSchedule()
    var delays: [Int] = []
    for _ in 0..<8 {
      delays.append(schedule.delay(.problems, waitSeconds: 7))
      schedule.note(isChanged: false)
    }
    #expect(delays == [15, 30, 60, 120, 240, 240, 240, 240])
    schedule.note(isChanged: true)
    #expect(schedule.delay(.problems, waitSeconds: nil) == 15)
  }

  @Test func aNumberOfOnesOwnIsTaken() {
    #expect(RoundSchedule(every: 1).delay(.waiting, waitSeconds: 600) == 1)
    #expect(RoundSchedule(every: 900).delay(.unknown, waitSeconds: nil) == 900)
  }
}
