using System.Text.Json.Serialization;

namespace JourneyApps.Internal.Values.Json;

/// <summary>
/// A generic value that makes its own converter. Factories reach the closed type through an instance of it without contents,
/// because <c>MakeGenericType</c> does not work under native AOT.
/// </summary>
internal interface IConverterSource
{
    JsonConverter CreateConverter();
}
