using System.Diagnostics.CodeAnalysis;

namespace JourneyApps.Schema;

/// <summary>The type of a field. <see cref="FieldTypeInfo"/> has what is known about each.</summary>
/// <remarks>The numbers are part of generated code: new types are added at the end.</remarks>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "The platform's own words.")]
public enum FieldType
{
    /// <summary>A type that is missing, misspelt or newer than this library. No code is generated for the field.</summary>
    Unknown,

    /// <summary>Text of any length; the subtype tells the app which keyboard to show.</summary>
    Text,

    /// <summary>A whole number of 32 bits.</summary>
    Integer,

    /// <summary>An IEEE-754 double.</summary>
    Number,

    /// <summary>A calendar day without time and zone.</summary>
    Date,

    /// <summary>A moment, in whole seconds of UTC on the wire.</summary>
    DateTime,

    /// <summary>True or false, each with a label.</summary>
    Boolean,

    /// <summary>One option with a text key.</summary>
    SingleChoice,

    /// <summary>One option with an integer key.</summary>
    SingleChoiceInteger,

    /// <summary>Several options with text keys.</summary>
    MultipleChoice,

    /// <summary>Several options with integer keys.</summary>
    MultipleChoiceInteger,

    /// <summary>A position with altitude, accuracies and time.</summary>
    Location,

    /// <summary>A JPEG image.</summary>
    Photo,

    /// <summary>A drawn signature, stored as SVG.</summary>
    Signature,

    /// <summary>A file of a declared media type.</summary>
    Attachment,

    /// <summary>A recorded path. Its JSON is not documented and is passed through unchanged.</summary>
    Track,
}
