namespace JourneyApps.Generator.Tests.Growth;

/// <summary>A family of inputs that differ in size only.</summary>
/// <param name="Name">What grows.</param>
/// <param name="Schema">The schema of about so many characters.</param>
/// <param name="NameOverrides">The <c>schema.names</c> of about so many characters; <see langword="null"/> for none.</param>
/// <param name="Application">The <c>application.xml</c> of about so many characters; <see langword="null"/> for none.</param>
/// <param name="NamesRepeat">Whether the keys of the generated names repeat a long name, so that the list itself grows faster.</param>
/// <param name="FileName">The name of the schema file.</param>
internal sealed record Shape(
    string Name,
    Func<int, string> Schema,
    Func<int, string>? NameOverrides = null,
    Func<int, string>? Application = null,
    bool NamesRepeat = false,
    string FileName = "schema.xml")
{
    public ShapeFiles Of(int characters) => new(FileName, Schema(characters), NameOverrides?.Invoke(characters), Application?.Invoke(characters));

    public override string ToString() => Name;
}
