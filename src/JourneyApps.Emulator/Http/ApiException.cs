using System.Diagnostics.CodeAnalysis;

namespace JourneyApps.Emulator.Http;

/// <summary>Ends the handling of a request, or of one operation of a batch, with an error of the API.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It always carries the error.")]
internal sealed class ApiException(ApiError error) : Exception(error.Detail)
{
    public ApiError Error { get; } = error;
}
