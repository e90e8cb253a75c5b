namespace JourneyApps.Deployments;

/// <content>Calls that change users and devices. Their bodies are not documented: nothing is sent, and responses are not read.</content>
public partial class DeploymentUsers
{
    /// <summary>Locks a user.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="JourneyApiException">The call failed; its outcome states whether it may have been applied.</exception>
    /// <exception cref="ArgumentException">The text cannot be an id.</exception>
    public virtual Task LockAsync(string userId, CancellationToken cancellationToken = default)
        => CommandAsync($"{UserPath(userId)}/lock", "lock user", RepeatRule.Always, cancellationToken);

    /// <summary>Unlocks a user.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="JourneyApiException">The call failed; its outcome states whether it may have been applied.</exception>
    /// <exception cref="ArgumentException">The text cannot be an id.</exception>
    public virtual Task UnlockAsync(string userId, CancellationToken cancellationToken = default)
        => CommandAsync($"{UserPath(userId)}/unlock", "unlock user", RepeatRule.Always, cancellationToken);

    /// <summary>Creates an enrolment token. The call is not repeated if the response is lost, so it never creates two tokens.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="JourneyApiException">The call failed; its outcome states whether a token may have been created.</exception>
    /// <exception cref="ArgumentException">The text cannot be an id.</exception>
    public virtual Task<AuthenticationToken> CreateAuthenticationTokenAsync(string userId, CancellationToken cancellationToken = default)
        => Transport.SendAsync(
            Command($"{UserPath(userId)}/authentication-token", "make authentication token", RepeatRule.OnlyWhenNotApplied),
            static response => new AuthenticationToken(Json(response)),
            cancellationToken);

    /// <summary>Wipes a device. The call is not repeated if the response is lost.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="sessionId">The session's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="JourneyApiException">The call failed; its outcome states whether it may have been applied.</exception>
    /// <exception cref="ArgumentException">The text cannot be an id.</exception>
    public virtual Task WipeAsync(string userId, string sessionId, CancellationToken cancellationToken = default)
        => CommandAsync($"{SessionPath(userId, sessionId)}/wipe", "wipe device", RepeatRule.OnlyWhenNotApplied, cancellationToken);

    /// <summary>Requires a device to authenticate again. The call is not repeated if the response is lost.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="sessionId">The session's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="JourneyApiException">The call failed; its outcome states whether it may have been applied.</exception>
    /// <exception cref="ArgumentException">The text cannot be an id.</exception>
    public virtual Task ReauthenticateAsync(string userId, string sessionId, CancellationToken cancellationToken = default)
        => CommandAsync(
            $"{SessionPath(userId, sessionId)}/re-authenticate",
            "re-authenticate device",
            RepeatRule.OnlyWhenNotApplied,
            cancellationToken);

    private Task<bool> CommandAsync(string path, string operation, RepeatRule repeat, CancellationToken cancellationToken)
        => Transport.SendAsync(Command(path, operation, repeat), static _ => true, cancellationToken);

    private static ApiRequest Command(string path, string operation, RepeatRule repeat)
        => new(HttpMethod.Post, path, operation) { IsWrite = true, SuccessMeansApplied = true, Repeat = repeat };

    private static JsonElement Json(ApiResponse response)
    {
        if (response.Body.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0) return default;
        var reader = new Utf8JsonReader(response.Body.Span);
        reader.Read();
        return JsonElement.ParseValue(ref reader);
    }
}
