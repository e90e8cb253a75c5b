using System.Text.Json.Serialization;

namespace JourneyApps.Internal.Values.Json;

/// <summary>A value type that creates its own converter. Factories reach a closed generic type through an uninitialized instance, because
/// <c>MakeGenericType</c> does not work under native AOT.</summary>
internal interface IConverterSource
{
    JsonConverter CreateConverter();
}
