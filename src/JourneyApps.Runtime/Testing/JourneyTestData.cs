using System.Diagnostics.CodeAnalysis;
using System.Text;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Serialization.Models;
using JourneyApps.Internal.Values.Json;

namespace JourneyApps.Testing;

/// <summary>Objects for the tests of code that uses this library.</summary>
public static class JourneyTestData
{
    /// <summary>Makes an object as the server would send it: existing, clean, with every field known.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="json">One object in the API's read format, with an <c>id</c>; choices as bare keys or as <c>{key, display}</c>.</param>
    /// <returns>The object.</returns>
    /// <exception cref="UnreadableObjectException">The JSON is none, has no id, or a value does not fit its field.</exception>
    /// <example><code>
    /// Job job = JourneyTestData.Read&lt;Job&gt;("""{ "id": "42059e2e-d2a2-41e3-a9f3-001e6733fe3c", "title": "Wash dishes", "state": "busy" }""");
    /// </code></example>
    public static TModel Read<TModel>([StringSyntax(StringSyntaxAttribute.Json)] string json) where TModel : class, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return ModelJson.Read<TModel>(Encoding.UTF8.GetBytes(json));
        }
        catch (JsonValueException fault)
        {
            throw new UnreadableObjectException(fault);
        }
    }
}
