namespace JourneyApps.Schema;

/// <content>Rules about display formats.</content>
public static partial class SchemaRules
{
    /// <summary>JA1601: a model without display.</summary>
    public static SchemaRule DisplayMissing { get; } = Error(
        "JA1601",
        "A model without display",
        "The model needs a <display>, as in <display>{{name}}</display>");

    /// <summary>JA1602: more than one display.</summary>
    public static SchemaRule DisplayRepeated { get; } = Warning(
        "JA1602",
        "More than one display",
        "A model has one <display>; with more than one, none is used: remove this one");

    /// <summary>JA1603: undefined name in a display. Argument: the expression.</summary>
    public static SchemaRule DisplayNameUndefined { get; } = Error(
        "JA1603",
        "Undefined name in a display",
        "'{0}' is not defined: use a field, a relationship, or a field of a related model as in {{site.name}}");

    /// <summary>JA1604: an expression that a display cannot show. Argument: the expression.</summary>
    public static SchemaRule DisplayExpressionUnsupported { get; } = Error(
        "JA1604",
        "An expression that a display cannot show",
        "'{0}' cannot be shown: behind a colon only a number of decimals as in {{x:.2f}} is known, and ? is not allowed");

    private static SchemaRule[] DisplayRules =>
    [
        DisplayMissing, DisplayRepeated, DisplayNameUndefined, DisplayExpressionUnsupported,
    ];
}
