struct GoldenText: Sendable { let text: String; let at40: [String]; let at80: [String] }
enum GoldenTexts { static let all: [GoldenText] = [] }
