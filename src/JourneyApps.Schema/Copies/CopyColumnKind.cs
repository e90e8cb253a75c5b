using System.Diagnostics.CodeAnalysis;

namespace JourneyApps.Schema;

/// <summary>What a column of a copy holds. Each database has a type for each kind.</summary>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "The platform's own words.")]
public enum CopyColumnKind
{
    /// <summary>The id of an object or a file: text, compared byte by byte.</summary>
    Id,

    /// <summary>A key or another fixed word, such as the key of a single choice or the state of a file: text, compared byte by
    /// byte.</summary>
    Key,

    /// <summary>Text of any length.</summary>
    Text,

    /// <summary>A whole number of 32 bits.</summary>
    Integer,

    /// <summary>A whole number of 64 bits, such as the key of a single choice with integer keys.</summary>
    BigInteger,

    /// <summary>An IEEE-754 double.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A calendar day without time and zone.</summary>
    Date,

    /// <summary>A moment in UTC.</summary>
    DateTime,

    /// <summary>A list of text keys: an array where the database has arrays, otherwise a JSON array.</summary>
    KeyArray,

    /// <summary>A list of whole numbers of 64 bits: an array where the database has arrays, otherwise a JSON array.</summary>
    BigIntegerArray,

    /// <summary>Any JSON.</summary>
    Json,
}
