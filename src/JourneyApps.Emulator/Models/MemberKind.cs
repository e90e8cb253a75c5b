namespace JourneyApps.Emulator.Models;

/// <summary>How a member of a stored object is written, read and compared.</summary>
internal enum MemberKind
{
    Text,
    Integer,
    Number,
    Date,
    DateTime,
    Boolean,
    Choice,
    IntegerChoice,
    Choices,
    IntegerChoices,
    Location,
    Attachment,
    Track,
    Link,
}
