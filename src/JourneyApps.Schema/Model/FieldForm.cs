using System.Diagnostics.CodeAnalysis;

namespace JourneyApps.Schema;

/// <summary>The form of a field's value in the API's JSON. For choices it is the form of an option's key.</summary>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "The platform's own words.")]
public enum FieldForm
{
    /// <summary>No documented form: the value is passed through unchanged.</summary>
    Any,

    /// <summary>A string.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with or without decimals.</summary>
    Number,

    /// <summary>A calendar day as a string, <c>2026-02-28</c>.</summary>
    Date,

    /// <summary>A moment in whole seconds of UTC as a string, <c>2026-02-28T11:30:00Z</c>.</summary>
    DateTime,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>An object with latitude, longitude, altitude, accuracies and time.</summary>
    Location,

    /// <summary>The id of a file, under the field's name followed by <c>_id</c>; the file's state and URLs are under the name
    /// itself.</summary>
    File,
}
