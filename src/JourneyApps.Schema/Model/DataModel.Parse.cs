namespace JourneyApps.Schema;

public sealed partial record DataModel
{
    /// <summary>
    /// Reads a schema of any dialect (<c>schema.xml</c> of version 2 to 5, or the API's <c>datamodel.json</c>). Never throws on any text:
    /// what is wrong is a finding, and what can be understood is in the model.
    /// </summary>
    /// <param name="text">The text of the file, decoded.</param>
    /// <param name="options">What the text itself does not say; <see langword="null"/> for nothing.</param>
    public static ParsedSchema Parse(string text, SchemaOptions? options = null) => throw new System.NotSupportedException(text + options);
}
