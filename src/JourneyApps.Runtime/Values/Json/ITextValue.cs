namespace JourneyApps.Internal.Values.Json;

/// <summary>A generic value with a text form, for type converters.</summary>
internal interface ITextValue : IConverterSource
{
    object FromText(string text);

    string ToText();
}
