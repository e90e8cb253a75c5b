using System.Diagnostics.CodeAnalysis;

namespace JourneyApps.Emulator.Errors;

/// <summary>Ends a request, or one operation of a batch, with an error of the API.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It always carries the error.")]
internal sealed class ApiException(ApiError error) : Exception(error.Detail)
{
    public ApiError Error { get; } = error;

    public static ApiException InvalidRequest(string detail) => new(ApiError.InvalidRequest(detail));

    public static ApiException InvalidValue(string detail) => new(ApiError.InvalidValue(detail));

    public static ApiException NoRoute(string method, string path) => new(ApiError.Route(method, path));

    public static ApiException MissingParameter(string name) => InvalidRequest($"Missing parameter '{name}'.");
}
