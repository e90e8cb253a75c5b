namespace JourneyApps.Emulator.Tests.Oracle;

/// <summary>The types of field that the random calls use.</summary>
internal enum OracleKind
{
    Text,
    Integer,
    Number,
    Day,
    Moment,
    Boolean,
    Choice,
    IntegerChoice,
    Choices,
    Link,
}
